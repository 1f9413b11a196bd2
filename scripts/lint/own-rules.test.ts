import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'
import { importDirection } from './import-direction'
import { noGlobalClientInTransaction } from './no-global-client-in-transaction'
import { noParallelInTransaction } from './no-parallel-in-transaction'
import { noReturnedData } from './no-returned-data'

RuleTester.describe = describe
RuleTester.it = it
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } })

const order = ['people', 'orders', 'payments']
const direction = (filename: string, code: string) => ({
  code,
  filename: `/anywhere/app/${filename}`,
  options: [{ order }],
})

tester.run('import-direction', importDirection, {
  valid: [
    direction('routes/shop/cart.tsx', `import { x } from '~/modules/orders/place-order.server'`),
    direction('routes/shop/cart.tsx', `import { Button } from '~/ui/button'`),
    direction('modules/orders/a.ts', `import { x } from '~/modules/people/find-person.server'`),
    direction('modules/orders/a.ts', `import { x } from '../orders/schema'`),
    direction('modules/orders/a.ts', `import { prisma } from '~/platform/db/prisma.server'`),
    direction('ui/button.tsx', `import { Icon } from './icon'; import { useId } from 'react'`),
    direction('routes/studio/income.tsx', `import { appNow } from '~/platform/db/clock.server'`),
    direction('root.tsx', `import { x } from '~/modules/orders/schema'`),
  ],
  invalid: [
    {
      ...direction('routes/shop/cart.tsx', `import { prisma } from '~/platform/db/prisma.server'`),
      errors: [{ messageId: 'database' }],
    },
    {
      ...direction('routes/shop/cart.tsx', `import type { Order } from '../../generated/prisma/client'`),
      errors: [{ messageId: 'database' }],
    },
    {
      ...direction('platform/money.ts', `import { x } from '~/modules/orders/schema'`),
      errors: [{ messageId: 'upwards' }],
    },
    {
      ...direction('modules/orders/a.ts', `export { loader } from '../../routes/shop/cart'`),
      errors: [{ messageId: 'upwards' }],
    },
    {
      ...direction('ui/price.tsx', `import { format } from '~/platform/money'`),
      errors: [{ messageId: 'fromUi' }],
    },
    {
      ...direction('modules/orders/a.ts', `import { x } from '~/modules/payments/start-payment.server'`),
      errors: [{ messageId: 'order' }],
    },
    {
      ...direction('modules/orders/a.ts', `const x = await import('../payments/start-payment.server')`),
      errors: [{ messageId: 'order' }],
    },
    {
      ...direction('modules/loans/a.ts', `import { x } from '~/modules/orders/schema'`),
      errors: [{ messageId: 'unlisted' }],
    },
  ],
})

const remix = `import { data, json } from '@remix-run/node'\n`

tester.run('no-returned-data', noReturnedData, {
  valid: [
    `${remix} export function loader() { return json({}) }`,
    `${remix} export function loader() { throw data({}, 404) }`,
    'const data = () => 1; export const f = () => data()',
  ],
  invalid: [
    {
      code: `${remix} export function loader() { return data({}, 404) }`,
      errors: [{ messageId: 'returned' }],
    },
    { code: `${remix} export const action = async () => data({})`, errors: [{ messageId: 'returned' }] },
    {
      code: `import { data as answer } from '@remix-run/node'; function f() { return answer(1) }`,
      errors: [{ messageId: 'returned' }],
    },
  ],
})

const client = `import { prisma } from '~/platform/db/prisma.server'\n`

tester.run('no-global-client-in-transaction', noGlobalClientInTransaction, {
  valid: [
    `${client} export function find() { return prisma.order.findMany() }`,
    `${client} export const place = (input) => prisma.$transaction((tx) => tx.order.create(input))`,
    `${client} export function f(tx) { return tx.prisma }`,
    `export function f(tx, prisma) { return prisma }`,
    `${client} export function read(key, tx = prisma) { return tx.setting.findFirst(key) }`,
  ],
  invalid: [
    {
      code: `${client} inScope(actor, (tx) => prisma.order.findMany())`,
      errors: [{ messageId: 'global' }],
    },
    {
      code: `${client} export async function place({ tx, actor }) { await prisma.order.create(actor) }`,
      errors: [{ messageId: 'global' }],
    },
    {
      code: `${client} function place(input, tx) { return [1].map(() => prisma.order.count()) }`,
      errors: [{ messageId: 'global' }],
    },
    {
      code: `${client} function place(tx) { return helper({ client: prisma }) }`,
      errors: [{ messageId: 'global' }],
    },
  ],
})

tester.run('no-parallel-in-transaction', noParallelInTransaction, {
  valid: [
    'const verb = async (tx) => { await tx.order.count(); await tx.line.count() }',
    'const [rows, count] = await Promise.all([prisma.order.findMany(), prisma.order.count()])',
    // each opens a transaction of its own
    'await Promise.all(people.map((who) => inScope(who, (tx) => tx.person.count())))',
    'const verb = async (tx) => { await tx.order.count(); await Promise.all(pages.map((page) => fetch(page))) }',
  ],
  invalid: [
    {
      code: 'const verb = async (tx) => Promise.all([tx.order.count(), tx.line.count()])',
      errors: [{ messageId: 'parallel' }],
    },
    {
      code: 'async function verb({ tx }) { await Promise.allSettled(ids.map((id) => advance(tx, id))) }',
      errors: [{ messageId: 'parallel' }],
    },
  ],
})
