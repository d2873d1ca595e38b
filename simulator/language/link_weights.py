"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, ...]] = {
    "zh": (-0.14, 1.54, 0.1, -0.13, 1.55, 0.38, 0.61, -0.11, -0.44, -0.29, 0.92, 0.61, 0.72, 1.73, 0.5, 1.35, 0.32, -0.77, 1.13, 1.37, 0.6, 0.63, -0.44, 0.72, 0.49, -1.8, 3.86, 2.59),
    "en": (-0.9, 1.43, 0.58, -0.12, 1.6, 0.25, 0.0, 0.65, -0.84, 0.54, 0.12, 1.44, 1.02, 1.54, 1.15, 1.01, 0.67, -0.02, 0.28, 0.81, 0.51, 1.27, -0.84, 0.87, 0.89, -0.38, 2.17, 2.64),
}
"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject's."""
OFFSETS = {'zh': -4.98, 'en': -4.14}
SURENESS = {'zh': (0.25, 0.3, -0.65), 'en': (0.32, 0.3, -0.98)}
"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""
