import bwipjs from 'bwip-js';

/** The width of the narrowest bar: 0.33 mm, what hand scanners of a box office read from paper and screen. */
const modulePoints = 0.94;
const unitsPerModule = 2;

export type BarCode = { svg: string; width: number };

/**
 * The bar code of an option's number as a drawing: Code 128 holding the digits alone, with its quiet zones.
 * `width` is in points.
 */
export function optionBarCode(number: string): BarCode {
  const svg = bwipjs.toSVG({
    bcid: 'code128',
    text: number,
    height: 9,
    scaleX: unitsPerModule,
    paddingwidth: 10,
    paddingheight: 0,
  });
  const units = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  return { svg, width: (units / unitsPerModule) * modulePoints };
}
