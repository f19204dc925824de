// The failures that are answered on the channel instead of ending the process.

/** An error that Lean itself reported as `IO.Error`: the instance stays good. */
export class LeanIoError extends Error {}

/** A request that makes no sense: the fault is the client's. */
export class RequestError extends Error {}
