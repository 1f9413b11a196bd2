-- AlterEnum
ALTER TYPE "CodePurpose" ADD VALUE 'bank_account';
