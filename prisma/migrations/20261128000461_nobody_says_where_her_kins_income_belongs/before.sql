-- It moves no rows: links and memberships that somebody of the same household once verified stay as they are.
SELECT 1;
