import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ReturnForms } from '~/modules/returns/components/return-forms'
import { ReturnTable } from '~/modules/returns/components/return-table'
import { ReturnVersions } from '~/modules/returns/components/return-versions'
import { confirmBelow, confirmReturn } from '~/modules/returns/confirm-return.server'
import { getReturn } from '~/modules/returns/get-return.server'
import { lockReturn } from '~/modules/returns/lock-return.server'
import { returnText } from '~/modules/returns/return-text'
import { missingCodes, ReturnForm, ReturnSearch } from '~/modules/returns/schema'
import { toldFigures } from '~/modules/returns/small-rows'
import { paths, ReturnParams } from '~/paths'
import type { Day } from '~/platform/calendar'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { fewest } from '~/platform/small-cells'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, place } = parseParams(params, ReturnParams)
  const locale = requestLocale(request)
  const page = await answer(request, () => getReturn({ actor, month: `${month}-01`, code: place, locale }))
  return { page, ...parseSearch(request, ReturnSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, place } = parseParams(params, ReturnParams)
  const which = { actor, month: `${month}-01`, code: place }
  const form = await readForm(request)
  return handleFormData(request, form, ReturnForm, async (input) => {
    const said = await act(which, input, missingCodes(form.keys()))
    return redirect(localPath(requestLocale(request), paths.deskReturn({ month, place }, { said })), 303)
  })
}

type Which = { actor: Actor; month: Day; code: string }

async function act(
  which: Which,
  input: z.output<typeof ReturnForm>,
  missing: string[],
): Promise<keyof typeof saidText> {
  switch (input.intent) {
    case 'lock':
      await lockReturn({ ...which, seenVersion: input.seenVersion })
      return 'locked'
    case 'below':
      await confirmBelow(which)
      return 'below'
    case 'confirm':
      await confirmReturn({ ...which, ...input, missing })
      return input.seenVersion > 0 ? 'amended' : 'confirmed'
  }
}

export const meta: MetaFunction<typeof loader> = ({ location }) =>
  privateMeta(location.pathname, (t) => t('returns.title'))

const saidText = {
  confirmed: 'returns.doneConfirmed',
  below: 'returns.doneBelow',
  amended: 'returns.doneAmended',
  locked: 'returns.doneLocked',
} as const

export default function DeskReturn() {
  const { page, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>() ?? null
  const { t, locale, href } = useTranslator()
  const month = page.month.slice(0, 7)
  const here = { month, place: page.code }
  const newer = page.rows.filter(({ isNewer }) => isNewer).map(({ name }) => name)
  return (
    <>
      <header className="desk-head">
        <h1>{t('returns.one', { place: page.name, month: formatMonth(locale, page.month) })}</h1>
        <p>
          {t(`returns.level_${page.level}`)}
          {page.version > 0 ? ` · ${t('returns.versionMark', { version: page.version })} · ` : ' · '}
          {t(
            page.version === 0
              ? 'returns.state_waiting'
              : page.isLocked
                ? 'returns.state_locked'
                : 'returns.state_confirmed',
          )}
        </p>
        <p className="no-print">
          <a
            className="link"
            href={href(
              page.above === null ? paths.deskReturns() : paths.deskReturn({ month, place: page.above }),
            )}
          >
            {t(page.above === null ? 'returns.months' : 'returns.upwards')}
          </a>
        </p>
      </header>
      <Refusal text={refusalText(t, failed)} />
      {said !== null && !failed ? (
        <Banner tone="done" role="status">
          {t(saidText[said])}
        </Banner>
      ) : null}
      {page.isOver ? null : <p className="quiet">{t('returns.notOverYet')}</p>}
      {page.isOver && page.version === 0 ? <p className="quiet">{t('returns.preview')}</p> : null}
      {page.changed.length > 0 ? (
        <Banner tone="wait" role="status">
          {t('returns.changed', {
            figures: page.changed.map((name) => t(`returns.figure_${name}`)),
          })}
        </Banner>
      ) : null}
      {page.version > 0 && newer.length > 0 ? (
        <Banner tone="wait" role="status">
          {t('returns.below', { places: newer })}
        </Banner>
      ) : null}
      <ReturnTable page={page} />
      {toldFigures(page).isAnyHidden ? (
        <p className="quiet">
          <span className="no-print">{t('returns.smallOnPaper', { fewest })}</span>
          <span className="paper-only">{t('returns.smallMark', { fewest })}</span>
        </p>
      ) : null}
      <p className="no-print mt-3">
        <a className="link" href={href(paths.deskReturnRows(here))}>
          {t('returns.incomeRows')}
        </a>
      </p>
      <section className="mt-6">
        <h2>{t('returns.text')}</h2>
        {page.version === 0 ? (
          <p className="quiet">{t('returns.textLater')}</p>
        ) : (
          <>
            <p>{returnText(t, locale, page)}</p>
            <p className="quiet no-print">{t('returns.textHint')}</p>
          </>
        )}
      </section>
      <p className="no-print mt-3 flex gap-6">
        <a className="link" href={href(paths.deskReturnFile({ ...here, form: 'xlsx' }))}>
          {t('returns.fileXlsx')}
        </a>
        <a className="link" href={href(paths.deskReturnFile({ ...here, form: 'csv' }))}>
          {t('returns.fileCsv')}
        </a>
      </p>
      <div className="no-print mt-8">
        <ReturnForms page={page} failed={failed} />
      </div>
      {page.versions.length > 0 ? <ReturnVersions page={page} /> : null}
    </>
  )
}
