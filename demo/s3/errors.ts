// S3's refusals, in AWS's codes, statuses and words (Amazon S3 API reference, "Error responses").

/** A region that no account of the demo has enabled. */
export const DISABLED_REGION = 'af-south-1';

export class S3Error extends Error {
  readonly code: string;
  readonly status: number;
  /** Further elements of the answer, by name. */
  readonly details: Record<string, string | number>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: Record<string, string | number>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details ?? {};
    this.headers = more.headers ?? {};
  }
}

export const noSuchBucket = (name: string) =>
  new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', { details: { BucketName: name } });

export const noSuchKey = (key: string) =>
  new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', { details: { Key: key } });

export const invalidArgument = (message: string, name: string, value: string) =>
  new S3Error(400, 'InvalidArgument', message, { details: { ArgumentName: name, ArgumentValue: value } });

/** The words AWS uses since 2021, with who, what and on which resource. */
export const accessDenied = (user: string, action: string, resource: string, headers = {}) =>
  new S3Error(
    403,
    'AccessDenied',
    `User: ${user} is not authorized to perform: ${action} on resource: "${resource}"` +
      ` because no identity-based policy allows the ${action} action`,
    { headers },
  );

/** Refused by the session policy: AWS says which of the two ways it was. */
export const sessionDenied = (
  user: string,
  action: string,
  resource: string,
  explicit: boolean,
  headers = {},
) =>
  new S3Error(
    403,
    'AccessDenied',
    `User: ${user} is not authorized to perform: ${action} on resource: "${resource}"` +
      (explicit
        ? ' with an explicit deny in a session policy'
        : ` because no session policy allows the ${action} action`),
    { headers },
  );

/** The bucket is elsewhere: told from the region that the request was signed for. */
export function wrongRegion(
  bucket: { name: string; region: string },
  signedFor: string,
  home: string,
): S3Error {
  const headers = { 'x-amz-bucket-region': bucket.region };
  if (bucket.region === DISABLED_REGION) {
    return new S3Error(
      400,
      'IllegalLocationConstraintException',
      `The ${bucket.region} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      { headers },
    );
  }
  if (signedFor === home) {
    return new S3Error(
      301,
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint.' +
        ' Please send all future requests to this endpoint.',
      { headers, details: { Endpoint: `s3.${bucket.region}.amazonaws.com`, Bucket: bucket.name } },
    );
  }
  return malformedRegion(signedFor, bucket.region, headers);
}

/** What a region answers to a session of an account that has not enabled it. */
export const strangerHere = () =>
  new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');

export function malformedRegion(signedFor: string, expected: string, headers = {}): S3Error {
  return new S3Error(
    400,
    'AuthorizationHeaderMalformed',
    `The authorization header is malformed; the region '${signedFor}' is wrong; expecting '${expected}'`,
    { headers, details: { Region: expected } },
  );
}

export const noSuchVersion = (key: string, id: string) =>
  new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.', {
    details: { Key: key, VersionId: id },
  });

export const preconditionFailed = (condition: string) =>
  new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    details: { Condition: condition },
  });

export const malformedXml = () =>
  new S3Error(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const invalidRequest = (message: string) => new S3Error(400, 'InvalidRequest', message);

export const notImplemented = () =>
  new S3Error(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented');

export const methodNotAllowed = (headers = {}) =>
  new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    headers,
  });
