"""What desktop Excel needs: VBA wrappers of the functions, buttons, ribbon, the VBA project."""
