//! What begins at each token of a document: found in one pass when it is first asked for, and read by index ever after.

/// Things that begin at tokens.
#[derive(Debug)]
pub(super) struct ByToken<T> {
    items: Vec<T>,
    /// Where the items of each token begin in `items`.
    first: Vec<u32>,
}

impl<T> ByToken<T> {
    /// Calls `find` with every token, to add what begins there.
    pub(super) fn new(tokens: usize, mut find: impl FnMut(usize, &mut Vec<T>)) -> Self {
        let mut items = Vec::new();
        let mut first = Vec::with_capacity(tokens + 1);
        for index in 0..tokens {
            first.push(items.len() as u32);
            find(index, &mut items);
        }
        first.push(items.len() as u32);
        Self { items, first }
    }

    /// What begins at a token.
    #[inline]
    pub(super) fn at(&self, index: usize) -> &[T] {
        let Some(&[from, to]) = self.first.get(index..).and_then(<[u32]>::first_chunk) else {
            return &[];
        };
        // Most tokens begin nothing.
        if from == to {
            return &[];
        }
        &self.items[from as usize..to as usize]
    }
}
