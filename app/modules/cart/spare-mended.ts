import { MendForm } from './schema'

/** Gives the line that a button puts right the number that its page showed: what was typed into that one no longer matters, and must not stand in the button's way. */
export function spareMended(sent: FormData): void {
  const { data } = MendForm.safeParse({ mend: sent.get('mend') })
  if (!data) return
  const { variantId, answersKey } = data.mend
  for (let at = 0; sent.has(`lines[${at}].variantId`); at++) {
    const isMended =
      sent.get(`lines[${at}].variantId`) === variantId &&
      (sent.get(`lines[${at}].answersKey`) ?? '') === answersKey
    if (isMended) sent.set(`lines[${at}].quantity`, sent.get(`lines[${at}].shown`) ?? '')
  }
}
