import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { YearSums } from '~/modules/statements/components/year-sums'
import { findOwnPurses } from '~/modules/statements/find-own-purses.server'
import { getTaxYear } from '~/modules/statements/get-tax-year.server'
import { TaxSearch } from '~/modules/statements/schema'
import { paths } from '~/paths'
import { answer, parseSearch } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:own')
  const { year, ...search } = parseSearch(request, TaxSearch)
  const purses = await findOwnPurses({ actor })
  const purse = search.purse ?? purses[0]?.purse ?? 'me'
  const sheet = await answer(request, () => getTaxYear({ actor, purse, year }))
  return { purses: purses.filter((one) => one.purse !== purse), purse, sheet }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('tax.title'))

export default function StudioTax() {
  const { purses, purse, sheet } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const { year } = sheet
  return (
    <>
      <h1 className="studio-heading">{t('tax.heading', { year })}</h1>
      <p className="studio-lead">
        <b>{locale === 'en' ? sheet.nameEn : sheet.nameZh}</b>
        <br />
        {t('tax.lead')}
      </p>
      {sheet.months.length === 0 ? <p className="quiet">{t('tax.empty')}</p> : <YearSums year={sheet} />}
      <p className="field-hint">{t(sheet.isWhole ? 'tax.note' : 'tax.notWhole')}</p>
      <ButtonLink wide href={href(paths.studioTaxFile({ year: String(year), purse }))} download>
        {t('tax.file')}
      </ButtonLink>
      <ButtonLink kind="line" wide href={href(paths.studioTaxPdf({ year: String(year), purse }))} download>
        {t('statement.pdf')}
      </ButtonLink>
      <ButtonLink
        kind="line"
        wide
        href={href(paths.studioTaxPdf({ year: String(year), purse, print: 'large' }))}
        download
      >
        {t('statement.pdfLarge')}
      </ButtonLink>
      <p className="studio-ways">
        {[sheet.before, sheet.after].map((other) =>
          other === null ? null : (
            <a key={other} className="link" href={href(paths.studioTax({ year: String(other), purse }))}>
              {t('tax.other', { year: other })}
            </a>
          ),
        )}
        {purses.map((one) => (
          <a
            key={one.purse}
            className="link"
            href={href(paths.studioTax({ year: String(year), purse: one.purse }))}
          >
            {(locale === 'en' ? one.nameEn : one.nameZh) ?? t('statement.own')}
          </a>
        ))}
      </p>
    </>
  )
}
