import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { MonthList } from '~/modules/statements/components/month-list'
import { findOwnPurses } from '~/modules/statements/find-own-purses.server'
import { findStatementMonths } from '~/modules/statements/find-statement-months.server'
import { paths } from '~/paths'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:own')
  const purses = await findOwnPurses({ actor })
  const sheets = await Promise.all(
    purses.map(async (purse) => ({
      ...purse,
      months: await findStatementMonths({ actor, purse: purse.purse }),
    })),
  )
  return { sheets }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('statement.title'))

export default function StudioStatements() {
  const { sheets } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('statement.title')}</h1>
      <p className="studio-lead">{t('statement.lead')}</p>
      {sheets.length === 0 ? <p className="quiet">{t('statement.empty')}</p> : null}
      {sheets.some(({ months }) => months.length > 0) ? (
        <p className="studio-ways">
          <a className="link" href={href(paths.studioTax())}>
            {t('tax.title')}
          </a>
        </p>
      ) : null}
      {sheets.map(({ purse, nameZh, nameEn, months }) => (
        <section key={purse} className="studio-section">
          <h2>{(locale === 'en' ? nameEn : nameZh) ?? t('statement.own')}</h2>
          <MonthList
            months={months}
            hrefOf={(month) => `${href(paths.studioStatement({ month }))}?purse=${purse}`}
          />
        </section>
      ))}
    </>
  )
}
