import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'

/** The id of the basket's one form: its fields and buttons stand beside each piece and below the sum. */
export const basketForm = 'basket'

/** The form itself. Enter in one of its fields changes what was typed. */
export function BasketForm() {
  const { href } = useTranslator()
  return (
    <form id={basketForm} method="post" action={href(paths.cart())} noValidate>
      <button type="submit" name="intent" value="set" hidden />
    </form>
  )
}
