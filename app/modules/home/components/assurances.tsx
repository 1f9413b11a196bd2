import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'

/** What a buyer may rely on: four lines, each leading to where it is told in full. */
export function Assurances({ returnWindowDays }: { returnWindowDays: number }) {
  const { t, href } = useTranslator()
  const lines = [
    {
      to: `${paths.help()}#returns`,
      name: t('shop.sureReturns', { days: returnWindowDays }),
      text: t('shop.sureReturnsText'),
    },
    { to: `${paths.about()}#way`, name: t('shop.sureReviewed'), text: t('shop.sureReviewedText') },
    { to: `${paths.help()}#verify`, name: t('shop.sureMaker'), text: t('shop.sureMakerText') },
    { to: paths.impact(), name: t('shop.sureMoney'), text: t('shop.sureMoneyText') },
  ]
  return (
    <nav className="wrap pt-9" aria-label={t('shop.sureLabel')}>
      <ul className="occasions md:grid-cols-4">
        {lines.map(({ to, name, text }) => (
          <li key={to}>
            <a href={href(to)}>
              <div>
                <b className="occasion-name">{name}</b>
                <br />
                <span>{text}</span>
              </div>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
