//! What the multiplication of points needs to know of a curve.

use alloc::vec::Vec;

/// A point in the form that sums are made in. All of its operations hold for all points: the neutral
/// one, equal ones and opposite ones.
pub(crate) trait Group: Copy {
    /// A point in the form that is quickest to add.
    type Addend: Copy;

    /// The neutral point of the curve that `point` lies on.
    fn neutral(point: &Self::Addend) -> Self;
    /// Bits of a scalar, at most.
    fn bits(point: &Self::Addend) -> usize;

    fn double(&self) -> Self;
    fn add(&self, point: &Self::Addend) -> Self;
    fn subtract(&self, point: &Self::Addend) -> Self;
    /// All of them, with one inversion. None may be the neutral point.
    fn to_addends(points: &[Self]) -> Vec<Self::Addend>;
}
