import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { Answered } from '../find-answered.server'

/** What she has just decided, and the way to see it. */
export function AnswerBanner({ answered }: { answered: Answered }) {
  const { t, href } = useTranslator()
  const { title, state, slug } = answered
  return (
    <Banner tone="done" role="status">
      <b lang="zh-CN">{title}</b> {t(state === 'approved' ? 'desk.doneApproved' : 'desk.doneChanges')}{' '}
      {state === 'approved' && slug ? (
        <a className="link" href={href(paths.product({ slug }))}>
          {t('desk.doneSee')}
        </a>
      ) : null}
    </Banner>
  )
}
