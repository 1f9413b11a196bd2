import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A module may use those before it in this list, and none after it. */
const moduleOrder = JSON.parse(readFileSync(new URL('../../docs/module-order.json', import.meta.url), 'utf8'))

/**
 * routes → modules → platform; `ui` is used by all and uses none. Routes reach the database only through modules, and
 * modules depend on each other in one fixed order.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { order: { type: 'array' } }, additionalProperties: false }],
    messages: {
      upwards: '{{from}} may not import {{to}}: imports go routes → modules → platform.',
      fromUi: 'ui imports nothing else of the application: hand it what it shows as props.',
      database: 'A route does not touch the database: call a verb of a module.',
      order: 'Module {{from}} stands before {{to}} in docs/module-order.json and may not import it.',
      unlisted: 'Module {{name}} is missing in docs/module-order.json: put it after all that it uses.',
    },
  },
  create(context) {
    const from = placeOf(context.filename)
    if (!from) return {}
    const order = context.options[0]?.order ?? moduleOrder
    /** @param {import('estree').Node & { source?: import('estree').Literal | null }} node */
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const to = targetOf(source, context.filename)
      const fault = to && findFault(from, to, order)
      if (fault) context.report({ node, ...fault })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      /** @param {import('estree').ImportExpression} node */
      ImportExpression(node) {
        if (node.source.type === 'Literal') check({ ...node, source: node.source })
      },
    }
  },
}

/** What gives a client or a transaction into the hand; the clock and the health check do not. */
const opensDatabase = /^(platform\/db\/(prisma|in-scope)\.server|generated\/)/

const layers = ['platform', 'modules', 'routes']

/**
 * @typedef {{ layer: string, module: string, path: string }} Place
 *
 * @param {Place} from
 * @param {Place} to
 * @param {string[]} order
 * @returns {{ messageId: string, data?: Record<string, string> } | null}
 */
function findFault(from, to, order) {
  if (from.layer === 'ui') return to.layer === 'ui' ? null : { messageId: 'fromUi' }
  if (from.layer === 'routes' && opensDatabase.test(to.path)) return { messageId: 'database' }
  const [low, high] = [layers.indexOf(from.layer), layers.indexOf(to.layer)]
  if (low !== -1 && high > low) return { messageId: 'upwards', data: { from: from.layer, to: to.layer } }
  if (from.layer !== 'modules' || to.layer !== 'modules' || from.module === to.module) return null
  const unlisted = [from.module, to.module].find((name) => !order.includes(name))
  if (unlisted) return { messageId: 'unlisted', data: { name: unlisted } }
  if (order.indexOf(to.module) < order.indexOf(from.module)) return null
  return { messageId: 'order', data: { from: from.module, to: to.module } }
}

/**
 * The place of a file below `app`, or null for one outside it.
 *
 * @param {string} file
 * @returns {Place | null}
 */
function placeOf(file) {
  const path = /(?:^|\/)app\/(.+)$/.exec(file.replaceAll('\\', '/'))?.[1]
  if (!path) return null
  const [layer = '', module = ''] = path.split('/')
  return { layer, module, path }
}

/**
 * @param {string} source
 * @param {string} file
 */
function targetOf(source, file) {
  if (source.startsWith('~/')) return placeOf(`app/${source.slice(2)}`)
  return source.startsWith('.') ? placeOf(resolve(dirname(file), source)) : null
}
