#include "export/palette.hpp"

namespace entente {

const Palette& palette(Theme theme) {
    static constexpr Palette light{
        "#FFFFFF", "#1F2328", "#57606A",
        "#8C959F", "#F3F4F6", {"#F3F4F6", "#FBF0DC", "#E3F0DC", "#F5E3EE", "#DFEAF7", "#EAE4F8"},
        "#0072B2", "#D55E00", "#7F7F7F"};
    static constexpr Palette dark{
        "#14181D", "#E6EDF3", "#9DA7B1",
        "#59636E", "#262C33", {"#262C33", "#3B3220", "#253823", "#3D2836", "#22344A", "#322C4A"},
        "#56B4E9", "#E69F00", "#999999"};
    static constexpr Palette print{
        "#FFFFFF", "#000000", "#333333",
        "#333333", "#FFFFFF", {"#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"},
        "#0072B2", "#D55E00", "#555555"};
    switch (theme) {
        case Theme::light:
            return light;
        case Theme::dark:
            return dark;
        case Theme::print:
            return print;
    }
    return light;
}

const char* colour(const Palette& colours, Polarity polarity) {
    switch (polarity) {
        case Polarity::cooperation:
            return colours.cooperation;
        case Polarity::conflict:
            return colours.conflict;
        case Polarity::neutral:
            return colours.neutral;
    }
    return colours.neutral;
}

}  // namespace entente
