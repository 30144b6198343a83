#pragma once

#include <vector>

namespace entente {

/// Degrees, WGS 84.
struct Position {
    double longitude = 0.0;
    double latitude = 0.0;
};

/// The shortest way over the globe in 32 steps (spherical interpolation of unit vectors), as one line, or as
/// two where it crosses the antimeridian (RFC 7946, 3.1.9): the first then ends and the second begins on ±180
/// degrees. Between opposite points, where every way is as short, it goes along the parallels.
std::vector<std::vector<Position>> great_circle(Position from, Position to);

}  // namespace entente
