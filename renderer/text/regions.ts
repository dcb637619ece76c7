/** Regions to choose from, by partition; a region that is not here can still stand in the file. Pure. */

export const regionGroups: readonly { name: string; regions: readonly string[] }[] = [
  {
    name: 'Europe',
    regions: [
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
    ],
  },
  {
    name: 'Americas',
    regions: [
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'ca-central-1',
      'ca-west-1',
      'mx-central-1',
      'sa-east-1',
    ],
  },
  {
    name: 'Asia and Pacific',
    regions: [
      'ap-east-1',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
    ],
  },
  { name: 'Middle East and Africa', regions: ['af-south-1', 'il-central-1', 'me-central-1', 'me-south-1'] },
  { name: 'AWS GovCloud', regions: ['us-gov-east-1', 'us-gov-west-1'] },
  { name: 'AWS China', regions: ['cn-north-1', 'cn-northwest-1'] },
];
