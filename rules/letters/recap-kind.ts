import type { OptionState } from '../options/life.ts';
import type { WrittenLetterKind } from './letter-snapshot.ts';

/**
 * The letter that tells a contact how an option in this state stands: the recap (seed: *le récapitulatif envoyé
 * automatiquement par email au client*). A pending refusal reads as the request it came from; null when no letter does.
 */
export function recapKind(state: OptionState): WrittenLetterKind | null {
  switch (state) {
    case 'requested':
    case 'refused':
      return 'acknowledgement';
    case 'placed':
    case 'offered':
      return 'placement';
    case 'waiting':
      return 'waiting';
    case 'confirmed':
    case 'firm':
    case 'resumed':
      return 'confirmation';
    case 'declined':
      return 'refusal';
    case 'lapsed':
    case 'cancelled':
      return 'lapse';
    case 'withdrawn':
      return null;
  }
}
