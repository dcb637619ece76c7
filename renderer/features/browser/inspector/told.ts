/** What the list, or the list of versions, told of an object before anybody asked for more. Pure. */
export interface Told {
  sizeBytes: number;
  /** Epoch ms. */
  modifiedAt: number | null;
  storageClass: string;
}
