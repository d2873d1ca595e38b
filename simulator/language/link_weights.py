"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, ...]] = {
    "zh": (-0.12, 0.38, 0.58, -0.03, 1.44, 0.42, -0.03, -0.32, -1.18, -1.51, 0.59, 0.43, 0.27, 1.88, 1.01, 1.95, 1.23, -0.62, 1.53, 1.13, 0.86, 0.96, -1.18, 0.85, 0.61, -1.9, 1.95, 2.72),
    "en": (-1.08, 0.84, 0.83, -0.14, 1.85, 0.97, 0.18, 0.55, -1.78, 0.4, 0.25, 1.92, 0.82, 1.35, 2.2, 0.52, 1.04, -0.08, -0.54, 0.61, 0.59, 1.05, -1.78, 1.11, 0.59, -0.85, 2.03, 2.57),
}
"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject's."""
OFFSETS = {'zh': -5.02, 'en': -4.21}
SURENESS = {'zh': (0.02, 1.01, -0.56), 'en': (0.12, 0.37, -0.22)}
"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""
