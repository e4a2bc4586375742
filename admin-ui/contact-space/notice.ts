/** What was just done to a request, said once in the language of the page. */
export interface Notice {
  done: 'submitted' | 'changed' | 'withdrawn';
  number: number;
}
