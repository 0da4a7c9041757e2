def checked(text, extraction): return extraction
