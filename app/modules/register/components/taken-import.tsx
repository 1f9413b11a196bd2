import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { ImportPage } from '../get-import.server'

/** A list that is in the register, and the way out again. */
export function TakenImport({
  page: { state, householdCount, memberCount, completedCount },
}: {
  page: ImportPage
}) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide">
      <p>{t('register.brought', { households: householdCount, members: memberCount })}</p>
      {completedCount > 0 ? <p>{t('register.completed', { count: completedCount })}</p> : null}
      {state === 'taken' ? (
        <>
          <p className="quiet pb-3">{t('register.undoNote')}</p>
          <div className="decide-acts">
            <Button kind="line" name="intent" value="undo">
              {t('register.undo')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
