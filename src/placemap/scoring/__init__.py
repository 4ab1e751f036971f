"""How well places were found, against a gold file that people made.

`layout` reads gold files and answers, `pairing` says which answer belongs to which
gold toponym, `figures` counts, `causes` lists the errors by what went wrong, and
`page` and `listing` show them.
"""
