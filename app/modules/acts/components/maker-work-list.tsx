import { Form } from '@remix-run/react'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import type { MakerWork, OwnCuts } from '../find-makers-work.server'

type MakerWorkListProps = { makers: readonly MakerWork[]; cuts: OwnCuts | null; chosen: string | null }

/** Every maker for whom she acts, what waits there, and a button that turns the studio to that one. */
export function MakerWorkList({ makers, cuts, chosen }: MakerWorkListProps) {
  const { t, locale } = useTranslator()
  const isActing = makers.some(({ sellerId }) => sellerId === chosen)
  return (
    <>
      <ul className="mandates">
        {makers.map(({ sellerId, name, toShip, late, drafts }) => (
          <li key={sellerId}>
            <h2 className="text-[1.25rem]">{name}</h2>
            <p>
              {t('mandate.toShip', { count: toShip })} · {t('mandate.drafts', { count: drafts })}{' '}
              {late > 0 ? <Badge tone="late">{t('mandate.late', { count: late })}</Badge> : null}
            </p>
            {sellerId === chosen ? (
              <p>
                <Badge tone="done">{t('mandate.chosen')}</Badge>
              </p>
            ) : (
              <Form method="post" className="mandate-code">
                <Button name="sellerId" value={sellerId} aria-label={t('mandate.chooseOf', { shop: name })}>
                  {t('mandate.choose')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {isActing ? (
        <Form method="post" className="studio-foot">
          <Button name="sellerId" value="none">
            {t('mandate.switchBack')}
          </Button>
        </Form>
      ) : null}
      {cuts ? (
        <section className="studio-section" aria-labelledby="cuts">
          <h2 id="cuts">{t('mandate.ownCuts')}</h2>
          <p>
            {t('mandate.ownCutsLine', {
              amount: formatMoney(locale, cuts.completedFen),
              open: formatMoney(locale, cuts.openFen),
            })}
          </p>
        </section>
      ) : null}
    </>
  )
}
