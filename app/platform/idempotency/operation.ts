/** One operation that must happen once, however often it is asked for. */
export type OperationKey = {
  /** derives from our own ids or from the form's token: `refund:<id>`, `checkout:<token>` */
  key: string
  /** who repeats it: a cart, or the worker */
  actorKey: string
}

/** What is answered again, in short texts: ids and numbers, never a person's data. */
export type OperationAnswer = Readonly<Record<string, string>>

/** How an operation stands when somebody wants to begin it. */
export type Claim = {
  /** it is the caller's until the lease ends; else somebody else is at work, or it is finished */
  isMine: boolean
  isFinished: boolean
  /** the last phase that committed: where to go on */
  recoveryPoint: string
  /** what the phases so far have given; null before the first */
  answer: OperationAnswer | null
}
