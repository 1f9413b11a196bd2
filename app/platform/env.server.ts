import { z } from 'zod'

const key32 = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** demo decides the payment sandbox, printed codes, sample data, the movable clock; live refuses all of them */
  APP_MODE: z.enum(['demo', 'live']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** https://example.org: every public address is built from it; only a demo may go without */
  PUBLIC_ORIGIN: z.url().optional(),
  /** addresses of reverse proxies, comma separated, whose X-Forwarded-For is believed */
  TRUSTED_PROXIES: z.string().default(''),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(6),
  /** wraps the data keys of persons; kept outside the database */
  DATA_KEY: key32,
  /** other keys that open data keys while DATA_KEY is changed, comma separated; nothing new is wrapped by them */
  DATA_KEYS_READ: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(key32)),
  /** blind indexes and keyed hashes; another key than DATA_KEY */
  INDEX_KEY: key32,
  SESSION_SECRET: z.string().min(32),
  MEDIA_DIR: z.string().min(1),
  /** where the anchors of the audit lie; without it in `audit` beside MEDIA_DIR */
  AUDIT_DIR: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** of the endpoint for events of the sellers' accounts; another secret than the first */
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().optional(),
  /** where the platform's own Stripe account is kept: sellers elsewhere can only receive */
  STRIPE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('HK'),
  /** only in demo and tests, only loopback: where the offline stand-in listens */
  STRIPE_API_BASE: z.url().optional(),
  /** demo only: a file to which each one-time code is also written, for journeys in a browser */
  SMS_OUTBOX: z.string().min(1).optional(),
  /** smtp:// or smtps://, with name and password: what carries letters; without it a demo prints them and live sends none */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** from whom letters come: an address, or a name with an address in angle brackets */
  MAIL_FROM: z.string().min(3).optional(),
  /** demo only: a file to which each letter is also written, for journeys in a browser */
  MAIL_OUTBOX: z.string().min(1).optional(),
  /** an account of 快递100, which says where parcels are; without both nobody is asked */
  KUAIDI100_CUSTOMER: z.string().min(1).optional(),
  KUAIDI100_KEY: z.string().min(1).optional(),
  /** only in demo and tests: where a stand-in of it listens */
  KUAIDI100_API_BASE: z.url().optional(),
  /** demo and tests only: a planned failure, see platform/failpoint */
  FAILPOINT: z
    .string()
    .regex(/^[a-z.]+:\d{1,4}:(kill|throw|sleep)$/)
    .optional(),
  /** how much memory rendered pages may take in each process */
  PAGE_CACHE_MB: z.coerce.number().int().min(1).max(4096).default(48),
  WORKER: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

function keepsLiveKeyOutOfDemo({
  APP_MODE,
  STRIPE_SECRET_KEY = '',
}: {
  APP_MODE: string
  STRIPE_SECRET_KEY?: string | undefined
}): boolean {
  return APP_MODE !== 'demo' || !/^(sk|rk)_live_/.test(STRIPE_SECRET_KEY)
}

/** The payments of a live shop go to Stripe and nowhere else, whatever NODE_ENV says. */
function keepsSandboxOutOfLive(settings: {
  APP_MODE: string
  STRIPE_API_BASE?: string | undefined
}): boolean {
  return settings.APP_MODE !== 'live' || settings.STRIPE_API_BASE === undefined
}

/** What a live shop believes about parcels comes from the carriers. */
function keepsStandInOutOfLive(settings: {
  APP_MODE: string
  KUAIDI100_API_BASE?: string | undefined
}): boolean {
  return settings.APP_MODE !== 'live' || settings.KUAIDI100_API_BASE === undefined
}

/** A live shop never fails on purpose. */
function keepsFailpointsOutOfLive({
  APP_MODE,
  FAILPOINT,
}: {
  APP_MODE: string
  FAILPOINT?: string | undefined
}): boolean {
  return APP_MODE !== 'live' || FAILPOINT === undefined
}

/** What a live shop writes into letters, payment pages and site maps leads to it and not to the machine that wrote it. */
function namesItsOrigin(settings: { APP_MODE: string; PUBLIC_ORIGIN?: string | undefined }): boolean {
  return settings.APP_MODE !== 'live' || settings.PUBLIC_ORIGIN !== undefined
}

/** A server that carries letters needs to know from whom they come. */
function saysFromWhom(settings: { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined }): boolean {
  return settings.SMTP_URL === undefined || settings.MAIL_FROM !== undefined
}

/** The process's settings, parsed once. Throws at start with the names of what is missing or wrong, never their values. */
function parseEnv() {
  const result = schema
    .refine(keepsLiveKeyOutOfDemo, { path: ['APP_MODE'], message: 'a live payment key refuses the demo' })
    .refine(keepsSandboxOutOfLive, { path: ['STRIPE_API_BASE'], message: 'is for the demo only' })
    .refine(keepsStandInOutOfLive, { path: ['KUAIDI100_API_BASE'], message: 'is for the demo only' })
    .refine(keepsFailpointsOutOfLive, { path: ['FAILPOINT'], message: 'is for the demo only' })
    .refine(namesItsOrigin, {
      path: ['PUBLIC_ORIGIN'],
      message: 'a live shop needs it, such as https://shop.example',
    })
    .refine(saysFromWhom, { path: ['MAIL_FROM'], message: 'is needed beside SMTP_URL' })
    .safeParse(process.env)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete. ${faults.join('; ')}`)
}

export const env = parseEnv()
