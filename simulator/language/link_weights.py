"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, ...]] = {
    "zh": (-0.05, 0.38, 0.43, -0.03, 1.79, -0.09, 0.29, 0.03, -0.85, -0.66, 0.46, 0.56, 0.48, 1.75, 0.83, 1.66, 0.91, -0.26, 1.1, 1.85, 0.52, 0.89, -0.85, 0.88, 0.04, -1.82, 2.54, 2.67),
    "en": (-0.93, 1.21, 0.87, -0.13, 2.11, 0.91, 0.28, 0.97, -0.84, 0.35, 0.11, 2.34, 1.05, 1.78, 2.16, 0.31, 0.83, -0.17, -0.85, 0.86, 0.48, 1.0, -0.84, 1.17, 0.93, -0.71, 2.21, 2.76),
}
"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject's."""
OFFSETS = {'zh': -5.03, 'en': -4.37}
SURENESS = {'zh': (0.13, 0.42, 0.14), 'en': (0.27, 0.23, -0.39)}
"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""
