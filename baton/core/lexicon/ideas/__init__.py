"""Ideas: what words of different languages have in common, for the model of policy topics.

A file per language. Words stand between spaces, `_` joins words that follow each other, `refund*` is any word that
begins so. A word may belong to several ideas, and need not always mean them: the model weighs what stands together.
"""
