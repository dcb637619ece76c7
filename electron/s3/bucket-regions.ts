/**
 * Where each bucket is, as S3 itself said it, kept while this process lives; a pasted address is believed until S3 says
 * otherwise. Asks nothing itself. One memory for listings, looks and downloads.
 */
export interface BucketRegions {
  /** Undefined: not known, the pass's own region is as good as any. */
  regionOf(pass: string, bucket: string): string | undefined;
  /** Whether it was S3 that said it. */
  isSure(pass: string, bucket: string): boolean;
  /** S3 said it. */
  learnRegion(pass: string, bucket: string, region: string): void;
  /** An address said it: taken only while S3 has said nothing. */
  hintRegion(pass: string, bucket: string, region: string): void;
  /** A hint led nowhere. True when there was one. */
  forgetHint(pass: string, bucket: string): boolean;
}

/** One bucket's part of the memory. */
export interface RegionMemory {
  get(): string | undefined;
  set(region: string): void;
  forgetHint(): boolean;
}

export function regionMemory(
  regions: BucketRegions,
  { pass, bucket }: { pass: string; bucket: string },
): RegionMemory {
  return {
    get: () => regions.regionOf(pass, bucket),
    set: (region) => regions.learnRegion(pass, bucket, region),
    forgetHint: () => regions.forgetHint(pass, bucket),
  };
}

const MOST_REMEMBERED = 10_000;
const regionName = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

export function createBucketRegions(): BucketRegions {
  const known = new Map<string, { region: string; hint: boolean }>();
  const nameOf = (pass: string, bucket: string) => JSON.stringify([pass, bucket]);
  const keep = (name: string, region: string, hint: boolean) => {
    // SECURITY: a region becomes a part of a host's name.
    if (!regionName.test(region)) return;
    known.delete(name);
    known.set(name, { region, hint });
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
  };
  return {
    regionOf: (pass, bucket) => known.get(nameOf(pass, bucket))?.region,
    isSure: (pass, bucket) => known.get(nameOf(pass, bucket))?.hint === false,
    learnRegion: (pass, bucket, region) => keep(nameOf(pass, bucket), region, false),
    hintRegion(pass, bucket, region) {
      const name = nameOf(pass, bucket);
      if (known.get(name)?.hint !== false) keep(name, region, true);
    },
    forgetHint(pass, bucket) {
      const name = nameOf(pass, bucket);
      return known.get(name)?.hint === true && known.delete(name);
    },
  };
}
