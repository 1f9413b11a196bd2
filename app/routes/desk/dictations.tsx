import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DictationList } from '~/modules/catalog/components/dictation-list'
import { findDictations } from '~/modules/catalog/find-dictations.server'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

const Said = z.object({ said: z.enum(['typed', '']).catch('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:review')
  const rows = await findDictations({ actor, locale: requestLocale(request) })
  return { rows, ...parseSearch(request, Said) }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('voice.deskTitle'))

export default function DeskDictations() {
  const { rows, said } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('voice.deskTitle')}</h1>
        <p>{t('voice.deskLead')}</p>
      </header>
      {said === '' ? null : (
        <Banner tone="done" role="status" className="mb-4">
          {t('voice.deskSaid')}
        </Banner>
      )}
      {rows.length === 0 ? <p className="quiet">{t('voice.deskNone')}</p> : <DictationList rows={rows} />}
    </>
  )
}
