-- Letters that no mark tells from plain ones are plain in the names by which companies are looked up, so that
-- "Orsted" finds "Ørsted": the rows of data/letters.tsv whose use is 'key'.
UPDATE company_name
SET normalized =
    replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(
    replace(normalized
    , 'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'ß', 'ss')
    , 'æ', 'ae'), 'œ', 'oe'), 'ı', 'i'), 'ħ', 'h'), 'ŧ', 't'), 'ŋ', 'n')
    , 'ə', 'e')
WHERE normalized GLOB '*[øłđðþßæœıħŧŋə]*';
