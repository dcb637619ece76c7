// STS's refusals, in AWS's codes, statuses and words (STS API reference; IAM user guide, "Troubleshoot SAML").

export class StsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalidToken = (message: string) => new StsError(400, 'InvalidIdentityToken', message);

export const expiredAssertion = () =>
  new StsError(400, 'ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance');

export const rejectedClaim = (message: string) => new StsError(403, 'IDPRejectedClaim', message);

export const notAuthorized = () =>
  new StsError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML');

export const validation = (message: string) => new StsError(400, 'ValidationError', message);

/** The shape of AWS's own constraint messages. */
export function constraint(value: string, field: string, rule: string): StsError {
  const shown = value.length > 100 ? '***' : value;
  return validation(
    `1 validation error detected: Value '${shown}' at '${field}' failed to satisfy constraint: Member must ${rule}`,
  );
}
