import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import type { OpenListing } from '../get-listing.server'
import { fieldTitle } from '../listing-texts'
import { stepPath } from '../step-paths'

type SubmitFormProps = { productId: string; open: OpenListing; failure: FormFailure | null }

/** The last button; while something is missing, what, and the way to each. */
export function SubmitForm({ productId, open, failure }: SubmitFormProps) {
  const { t, href } = useTranslator()
  const [first] = open.faults
  const to = (step: (typeof open.faults)[number]['step'], field: string) =>
    `${href(stepPath(step, productId))}?check#${field === 'priceFen' ? 'price' : field}`
  return (
    <form method="post" className="studio-section">
      {failure?.formError ? (
        <Banner tone="wrong" role="alert">
          {failure.formError}
        </Banner>
      ) : null}
      {first ? (
        <Banner tone="wait">
          <p>
            <b>{t('studio.faultsTitle', { count: open.faults.length })}</b>
          </p>
          <ul className="banner-faults">
            {open.faults.map(({ step, field, text }) => (
              <li key={field}>
                <a className="link" href={to(step, field)}>
                  {t('studio.faultOf', { field: t(fieldTitle[field]), text })}
                </a>
              </li>
            ))}
          </ul>
          <p>{t('studio.checkNotYet')}</p>
        </Banner>
      ) : null}
      <input type="hidden" name="version" value={open.version} />
      <div className="studio-foot">
        {first ? (
          <ButtonLink kind="seal" size={68} wide href={to(first.step, first.field)}>
            {t('studio.goOn')}
          </ButtonLink>
        ) : (
          <Button kind="seal" size={68} wide>
            {t('studio.submit')}
          </Button>
        )}
      </div>
    </form>
  )
}
