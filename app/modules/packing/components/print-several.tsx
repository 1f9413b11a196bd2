import type { SellerWork } from '~/modules/orders/find-seller-work.server'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { Tick, TickGroup } from '~/ui/tick'
import { Unbroken } from '~/ui/unbroken'

/** Labels or slips of several parts in one file: all that wait are ticked. Works without scripts; nothing while fewer than two wait. */
export function PrintSeveral({ work, isNothing }: { work: readonly SellerWork[]; isNothing: boolean }) {
  const { t, href } = useTranslator()
  if (work.length < 2) return null
  return (
    <Folded summary={t('packing.listTitle')} isOpen={isNothing}>
      <form method="get" action={href(paths.studioPapers())} className="studio-form">
        <TickGroup
          id="print"
          legend={t('packing.listTitle')}
          hint={t('packing.listHint')}
          error={isNothing ? t('packing.none') : null}
        >
          {work.map(({ id, number, first }) => (
            <Tick key={id} type="checkbox" name="part" value={id} defaultChecked>
              <Unbroken text={t('packing.pick', { number, title: first?.title ?? '' })} />
            </Tick>
          ))}
        </TickGroup>
        <Button size={68} wide name="kind" value="labels">
          {t('packing.label')}
        </Button>
        <Button wide name="kind" value="slips">
          {t('packing.slip')}
        </Button>
      </form>
    </Folded>
  )
}
