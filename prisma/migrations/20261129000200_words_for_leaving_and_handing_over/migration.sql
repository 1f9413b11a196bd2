-- An application that she took back, and the code by which somebody agrees that a shop changes hands.
ALTER TYPE "ApplicationState" ADD VALUE 'withdrawn';
ALTER TYPE "CodePurpose" ADD VALUE 'shop_handover';
