def find(context): pass
