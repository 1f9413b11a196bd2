/**
 * With single fetch off, a returned `data()` silently loses its status and headers: throw it, or return `json()`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noReturnedData = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { returned: 'A returned data() loses its status and headers: use json(), or throw it.' },
  },
  create(context) {
    /** @type {Set<string>} */
    const names = new Set()
    /** @param {import('estree').Node | null | undefined} node */
    const check = (node) => {
      const call = node?.type === 'AwaitExpression' ? node.argument : node
      if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier') return
      if (names.has(call.callee.name)) context.report({ node: call, messageId: 'returned' })
    }
    return {
      ImportDeclaration(node) {
        if (!String(node.source.value).startsWith('@remix-run/')) return
        for (const specifier of node.specifiers) {
          if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue
          if (specifier.imported.name === 'data') names.add(specifier.local.name)
        }
      },
      ReturnStatement: (node) => check(node.argument),
      ArrowFunctionExpression: (node) => check(node.body),
    }
  },
}
