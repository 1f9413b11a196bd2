import type { Table } from './table'

export const machine: Record<string, Table> = {
  Clock: {
    purpose: 'the demo’s clock',
    columns: { none: 'id offsetSeconds' },
  },
  Setting: {
    purpose: 'settings',
    columns: { none: 'id key value validFrom validTo note' },
  },
  TextVersion: {
    purpose: 'documents that people agree to',
    columns: { public: 'id kind version locale title body publishedAt validFrom' },
  },
  UsedShare: {
    purpose: 'how much one account or address asked for in a short time',
    basis: 'contract',
    seenBy: 'nobody; the machine',
    kept: 'day',
    withheld: 'of an account or address as a fingerprint, gone in hours',
    columns: { none: 'endsAt', personal: 'used', secret: 'keyHash' },
  },
  IdempotencyKey: {
    purpose: 'that something happens once',
    basis: 'contract',
    seenBy: 'nobody; the machine',
    kept: 'day',
    withheld: 'gone in days',
    columns: {
      none: 'key requestHash recoveryPoint lockedUntil createdAt finishedAt',
      personal: 'actorKey response',
    },
  },
  WebhookEvent: {
    purpose: 'what the provider told, without its words',
    columns: {
      none: 'id provider providerId type objectId endpoint account state receivedAt processedAt note',
    },
  },
  AuditEvent: {
    purpose: 'who did what to whose data, and why',
    basis: 'duty',
    seenBy: 'the desk over the place; administrators',
    kept: 'audit',
    withheld: 'protects those whom it names; she asks the operator who opened her data',
    columns: {
      none: 'id',
      personal: 'at actorUserId onBehalfOfId role action subjectType subjectId reason detail regionId',
    },
  },
  AuditLink: {
    purpose: 'the chain over it',
    columns: { none: 'seq eventId hash' },
  },
  Alert: {
    purpose: 'what staff have to look at; nothing about a person',
    basis: 'duty',
    seenBy: 'staff',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: { none: 'id kind subjectType subjectId detail at closedAt', personal: 'closedById note' },
  },
}
