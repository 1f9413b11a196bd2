import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Photo } from '~/ui/photo'
import { WholeWords } from '~/ui/whole-words'
import type { HomeContent } from '../find-home-content.server'

/** A picture and a few words that lead somewhere in the shop. */
export function HomeBanner({ banner }: { banner: HomeContent['banners'][number] }) {
  const { t, href } = useTranslator()
  return (
    <section className="feature">
      <div className="feature-picture md:max-h-[40rem]">
        <Photo photo={banner.picture} sizes="(min-width: 45em) 58vw, 88vw" />
      </div>
      <div className="feature-words">
        <h2 className="mb-3 text-title">
          <WholeWords text={banner.title} />
        </h2>
        <p>{banner.text}</p>
        <p className="mt-4">
          <ButtonLink kind="text" href={href(banner.link)}>
            {t('home.bannerLink')}
          </ButtonLink>
        </p>
      </div>
    </section>
  )
}
