print("torture: no trials yet")
