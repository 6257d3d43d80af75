"""How the target model was trained; needs the `training-tone` extra. Nothing else in dateline imports this."""
