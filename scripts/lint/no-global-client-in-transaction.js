/**
 * Inside a transaction (a function that has `tx`), the global client would take a second connection: under load the
 * pool is empty, both wait for each other, and what it writes does not roll back.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noGlobalClientInTransaction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { global: 'This function works in a transaction: use tx, not the global {{name}}.' },
  },
  create(context) {
    /** @type {Set<string>} */
    const clients = new Set()
    return {
      ImportDeclaration(node) {
        if (!/(^~\/|\/)platform\/db\//.test(String(node.source.value))) return
        for (const specifier of node.specifiers) {
          if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue
          if (specifier.imported.name === 'prisma') clients.add(specifier.local.name)
        }
      },
      Identifier(node) {
        if (!clients.has(node.name) || !isReference(node)) return
        if (context.sourceCode.getAncestors(node).some(takesTransaction)) {
          context.report({ node, messageId: 'global', data: { name: node.name } })
        }
      },
    }
  },
}

/** @param {import('estree').Identifier & import('eslint').Rule.NodeParentExtension} node */
function isReference(node) {
  const { parent } = node
  if (parent.type === 'ImportSpecifier') return false
  // `tx = prisma`: a verb that also works outside any transaction.
  if (parent.type === 'AssignmentPattern' && parent.right === node) return !bindsTx(parent.left)
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed
  return parent.type !== 'Property' || parent.value === node
}

/** @param {import('estree').Node} node */
function takesTransaction(node) {
  return 'params' in node && Array.isArray(node.params) && node.params.some(bindsTx)
}

/**
 * @param {import('estree').Node} parameter
 * @returns {boolean}
 */
function bindsTx(parameter) {
  if (parameter.type === 'Identifier') return parameter.name === 'tx'
  if (parameter.type === 'AssignmentPattern') return bindsTx(parameter.left)
  if (parameter.type !== 'ObjectPattern') return false
  return parameter.properties.some((property) => property.type === 'Property' && bindsTx(property.value))
}
