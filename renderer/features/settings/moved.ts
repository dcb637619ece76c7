/** Where things stand after one of them was moved among its own kind. Pure. */

interface Thing {
  id: string;
}

/** Ids in their new order; null when it stands at that end already. `groupOf`: only its own group is passed. */
export function moved<T extends Thing>(
  things: readonly T[],
  id: string,
  by: 1 | -1,
  groupOf: (thing: T) => string = () => '',
): string[] | null {
  const thing = things.find((each) => each.id === id);
  if (!thing) return null;
  const group = things.filter((each) => groupOf(each) === groupOf(thing));
  const neighbour = group[group.indexOf(thing) + by];
  if (!neighbour) return null;
  const swapped = new Map([
    [thing.id, neighbour.id],
    [neighbour.id, thing.id],
  ]);
  return things.map((each) => swapped.get(each.id) ?? each.id);
}
