/** What tests and the demo do to a sandbox by its `/sandbox/…` addresses: GET without fields, POST with them. */
export async function steerSandbox(
  sandbox: { origin: URL; secretKey: string },
  command: string,
  fields?: Readonly<Record<string, string>>,
) {
  const answer = await fetch(new URL(`/sandbox/${command}`, sandbox.origin), {
    method: fields ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
    ...(fields && { body: new URLSearchParams(fields) }),
  })
  const body = JSON.parse(await answer.text())
  if (!answer.ok) throw new Error(`sandbox ${command}: ${answer.status} ${body.error?.message}`)
  return body
}
