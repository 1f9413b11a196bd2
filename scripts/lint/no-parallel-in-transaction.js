/**
 * A transaction is one connection: what is asked of it side by side waits in line, pg warns of it and its next version refuses it,
 * and when one fails the others still run in a transaction that is lost. Inside one, ask one thing after the other.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noParallelInTransaction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      parallel:
        'A transaction is one connection: await one query of tx after the other, no Promise.{{name}}.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = combinatorOf(node.callee)
        if (!name) return
        const isInside = (/** @type {import('estree').Node} */ one) => contains(node, one)
        const usesTx = referencesIn(context.sourceCode.getScope(node)).some(
          ({ identifier, resolved }) =>
            identifier.type === 'Identifier' &&
            identifier.name === 'tx' &&
            isInside(identifier) &&
            !resolved?.defs.some(({ name }) => isInside(name)),
        )
        if (usesTx) context.report({ node, messageId: 'parallel', data: { name } })
      },
    }
  },
}

/**
 * @param {import('eslint').Scope.Scope} scope
 * @returns {import('eslint').Scope.Reference[]}
 */
function referencesIn(scope) {
  return [...scope.references, ...scope.childScopes.flatMap(referencesIn)]
}

/**
 * @param {import('estree').Node} outer
 * @param {import('estree').Node} inner
 */
function contains({ range: outer }, { range: inner }) {
  return outer !== undefined && inner !== undefined && outer[0] <= inner[0] && inner[1] <= outer[1]
}

const combinators = ['all', 'allSettled', 'any', 'race']

/**
 * @param {import('estree').Node} callee
 * @returns {string | null}
 */
function combinatorOf(callee) {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return null
  if (callee.object.type !== 'Identifier' || callee.object.name !== 'Promise') return null
  return combinators.includes(callee.property.name) ? callee.property.name : null
}
