"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""

WEIGHTS: dict[str, tuple[float, ...]] = {
    "zh": (0.17, 0.22, 1.63, 0.04, 1.43, 0.17, 0.26, -0.08, -1.41, -0.9, 0.46, 0.54, 0.43, 2.42, 1.69, 1.43, 0.89, -0.25, 1.15, 1.6, 0.58, 0.61, -1.41, 0.38, -0.48, -1.56, 2.41, 2.36),
    "en": (-1.0, 0.78, 0.76, -0.12, 1.58, 1.36, 0.32, 0.81, -1.82, 0.23, 0.98, 1.46, 0.66, 1.41, 2.32, 0.08, 0.3, -0.1, -0.42, 0.65, 0.46, 0.87, -1.82, 1.24, 0.12, -0.11, 1.96, 2.51),
}
"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject's."""
OFFSETS = {'zh': -4.86, 'en': -4.02}
SURENESS = {'zh': (0.06, 0.82, -0.46), 'en': (0.27, 0.36, -0.76)}
"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""
