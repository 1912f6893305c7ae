using System.Text;

namespace OnRecord.Reading;

/// <summary>Puts U+FFFD in the place of each invalid sequence of bytes, and counts them.</summary>
internal sealed class InvalidBytes : DecoderFallback
{
    /// <summary>How many invalid sequences were met.</summary>
    public int Count { get; private set; }

    /// <summary>Offset of the first one in the bytes decoded, or -1.</summary>
    public int First { get; private set; } = -1;

    /// <inheritdoc/>
    public override int MaxCharCount => 1;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private void Note(int index)
    {
        // The runtime counts from behind the sequence in some decoders and gives a negative index for one that the end cuts.
        Count++;
        if (First < 0)
        {
            First = Math.Max(0, index);
        }
    }

    private sealed class Buffer(InvalidBytes owner) : DecoderFallbackBuffer
    {
        private int left;

        public override int Remaining => left;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Note(index);
            left = 1;
            return true;
        }

        public override char GetNextChar()
        {
            if (left == 0)
            {
                return '\0';
            }
            left--;
            return '\uFFFD';
        }

        public override bool MovePrevious()
        {
            if (left > 0)
            {
                return false;
            }
            left++;
            return true;
        }

        public override void Reset() => left = 0;
    }
}
