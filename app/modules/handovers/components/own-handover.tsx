import type { FormFailure } from '~/platform/form.server'
import { formatInstant, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'
import { HanMarked } from '~/ui/han-marked'
import { Refusal } from '~/ui/refusal'
import { SpecList } from '~/ui/spec-list'
import { Tick, TickGroup } from '~/ui/tick'
import type { OwnHandover as Found } from '../find-handovers.server'

type Props = {
  handover: Found
  /** it does not wait for the former owner's word: until when she may object, null before the city's word */
  absence: { objectUntil: string | null } | null
  failure: FormFailure | null
  /** a code for this one was just sent: null where no screen shows it */
  sent: { shownCode: string | null } | null
}

/** What changing hands means to her, and her word on it: by the code of her own phone, or no. */
export function OwnHandover({ handover, absence, failure, sent }: Props) {
  const { t, locale } = useTranslator()
  const { id, side, fromName, toName, note, hasAgreed, balanceFen, heldFen } = handover
  const shop = locale === 'en' ? handover.nameEn : handover.nameZh
  // back where her code and her word are, far below the head on a phone
  const here = `#word-${id}`
  const sum = formatMoney(locale, Math.abs(balanceFen))
  const money =
    absence && balanceFen > 0
      ? t('absence.moneyStays')
      : balanceFen === 0
        ? t('handover.moneyNone')
        : t(balanceFen > 0 ? 'handover.money' : 'handover.moneyOwed', { sum })
  return (
    <section className="pb-14" aria-labelledby={`handover-${id}`}>
      <h2 id={`handover-${id}`} className="mb-4 text-title">
        <HanMarked
          locale={locale}
          text={
            side === 'from'
              ? t('handover.fromTitle', { shop, to: toName })
              : t('handover.toTitle', { shop, from: fromName })
          }
        />
      </h2>
      <SpecList
        items={[
          { term: t('handover.termGoes'), detail: t('handover.whatGoes') },
          { term: t('handover.termMoney'), detail: money },
          ...(heldFen === 0
            ? []
            : [
                {
                  term: t('handover.termHeld'),
                  detail: t(side === 'from' ? 'handover.heldFrom' : 'handover.heldTo', {
                    sum: formatMoney(locale, heldFen),
                  }),
                },
              ]),
          {
            term: t('handover.termYou'),
            detail:
              side === 'from' ? (
                t('handover.fromStays')
              ) : (
                <HanMarked locale={locale} text={t('handover.toGets', { name: toName })} />
              ),
          },
          {
            term: t('handover.termUntil'),
            detail: t('handover.untilLine', { day: formatInstant(locale, new Date(handover.endsAt)) }),
          },
          { term: t('handover.termSeen'), detail: note, lang: 'zh-CN' },
        ]}
      />
      {absence ? (
        <p className="mt-4">
          {absence.objectUntil
            ? t('absence.heirWaits', { day: formatInstant(locale, new Date(absence.objectUntil)) })
            : t('absence.heirWaitsCity')}
        </p>
      ) : null}
      {hasAgreed ? (
        <Banner tone="wait" className="mt-6">
          {t('handover.hasAgreed')}
        </Banner>
      ) : (
        <div id={`word-${id}`}>
          <Refusal text={failure?.formError ?? null} className="mt-6" />
          {sent ? (
            <Banner tone="info" role="status" className="mt-6">
              {sent.shownCode === null
                ? t('handover.codeSent')
                : t('account.demoCode', { code: sent.shownCode })}
            </Banner>
          ) : null}
          <form method="post" action={here} className="pt-6">
            <input type="hidden" name="handoverId" value={id} />
            <Button name="intent" value="code">
              {t('handover.sendCode')}
            </Button>
          </form>
          <form method="post" action={here} className="pt-6" noValidate>
            <input type="hidden" name="handoverId" value={id} />
            <CodeInput
              id={`code-${id}`}
              name="code"
              label={t('handover.code')}
              error={failure?.errors.code}
            />
            <TickGroup id={`agreed-${id}`} legend={t('handover.termWord')} error={failure?.errors.agreed}>
              <Tick
                type="checkbox"
                name="agreed"
                value="yes"
                defaultChecked={failure?.values.agreed === 'yes'}
              >
                {t(side === 'from' ? 'handover.tickFrom' : 'handover.tickTo')}
              </Tick>
            </TickGroup>
            <Button kind="seal" name="intent" value="agree">
              {t('handover.agree')}
            </Button>
          </form>
        </div>
      )}
      <form method="post" className="pt-4">
        <input type="hidden" name="handoverId" value={id} />
        <Button kind="text" name="intent" value="end">
          {t('handover.decline')}
        </Button>
      </form>
    </section>
  )
}
