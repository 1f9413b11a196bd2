import type { MyListing } from '../find-my-listings.server'
import { ListingRow } from './listing-row'

type ListingSectionProps = { title: string; listings: readonly MyListing[]; showSeller: boolean }

/** Pieces that stand alike; nothing at all when there are none. */
export function ListingSection({ title, listings, showSeller }: ListingSectionProps) {
  if (listings.length === 0) return null
  return (
    <section className="studio-section">
      <h2>{title}</h2>
      <ul className="tasks tasks-wide">
        {listings.map((listing) => (
          <ListingRow key={listing.productId} listing={listing} showSeller={showSeller} />
        ))}
      </ul>
    </section>
  )
}
